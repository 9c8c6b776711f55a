import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Bytes: sealed values, digests, MACs. Both drivers give and take a Buffer. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** A moment, always with its zone. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Row ids are UUIDs made before the insert, so that a sealed value's associated data can name its row. */
export const rowId = () => uuid('id').primaryKey();
