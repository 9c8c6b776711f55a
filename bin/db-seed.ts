import { closeDb } from '@/db/client';
import { seed } from './support/prepare';

try {
  await seed();
  console.log('The reference data is loaded.');
} finally {
  await closeDb();
}
