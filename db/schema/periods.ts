import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment, rowId } from './columns';

/** A special reporting period, half-open: [opensAt, closesAt). The standing one has no end and gives way to a dated one. */
export const periods = pgTable(
  'periods',
  {
    id: rowId(),
    slug: text('slug').notNull().unique('periods_slug'),
    nameKo: text('name_ko').notNull(),
    nameEn: text('name_en').notNull(),
    noticeKo: text('notice_ko').notNull(),
    noticeEn: text('notice_en').notNull(),
    /** What is taken in, in a sentence for whoever reports. */
    takesKo: text('takes_ko').notNull().default(''),
    takesEn: text('takes_en').notNull().default(''),
    opensAt: moment('opens_at').notNull(),
    closesAt: moment('closes_at'),
    standing: boolean('standing').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    check('periods_dated_or_standing', sql`${table.standing} = (${table.closesAt} is null)`),
    check('periods_in_order', sql`${table.closesAt} > ${table.opensAt}`),
  ],
);
