/**
 * Brings the database to the newest schema and loads the reference data. `@/db` reads the environment when it is first used, so it is
 * imported here, after POSTGRES_URL is known.
 */
export async function migrate(): Promise<void> {
  const { migrateDatabase } = await import('@/db/migrate');
  await migrateDatabase(process.env.POSTGRES_URL_NON_POOLING || (process.env.POSTGRES_URL ?? ''));
}

export async function seed(): Promise<void> {
  const { getDb } = await import('@/db/client');
  const { loadReference } = await import('@/seeds/reference/load');
  await loadReference(getDb());
}
