/**
 * Brings the database to the newest schema. Where POSTGRES_URL is another role than the one that migrates, it is let use the tables and no more.
 * `@/db` reads the environment when it is first used, so it is imported here, after POSTGRES_URL is known.
 */
export async function migrate(): Promise<void> {
  const { migrateDatabase } = await import('@/db/migrate');
  const used = process.env.POSTGRES_URL ?? '';
  const owner = process.env.POSTGRES_URL_NON_POOLING || used;
  await migrateDatabase(owner);
  const role = roleIn(used);
  if (role === roleIn(owner)) return;
  const { grantUse } = await import('@/db/grants');
  await grantUse(owner, role);
}

const roleIn = (url: string) => (url ? decodeURIComponent(new URL(url).username) : '');

export async function seed(): Promise<void> {
  const { getDb } = await import('@/db/client');
  const { loadReference } = await import('@/seeds/reference/load');
  await loadReference(getDb());
}
