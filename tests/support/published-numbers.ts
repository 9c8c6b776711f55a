import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { addDays, lastCountableDay } from '@/lib/statistics/calendar';
import { nextPublication } from '@/lib/statistics/publication';
import { fixedCells, type Publication } from '@/lib/statistics/tables';
import { countStream, randomFrom, type StreamReport } from './report-stream';

const WEEKS = 8;

/** Eight weeks of made-up reports, published as the job would; the weeks end with the newest one that may be counted at `at`. */
export function madeUpPublication(at: Date): Publication {
  const random = randomFrom(2025);
  const rare = (codes: readonly string[]) =>
    codes[Math.min(random(codes.length), random(codes.length), random(codes.length))] ?? '';
  const stream: StreamReport[] = Array.from({ length: 420 }, () => ({
    week: random(WEEKS),
    weekday: random(7),
    kind: rare(fixedCells.kind),
    level: rare(fixedCells.level),
    province: rare(fixedCells.province.toReversed()),
    stage: [{ week: random(12), stage: rare(fixedCells.stage.slice(1)) }],
    leaves: null,
  }));
  const counted = countStream(stream, WEEKS - 1);
  const moved = Math.round((Date.parse(lastCountableDay(at)) - Date.parse(counted.through)) / 86_400_000);
  const days = Object.fromEntries(
    Object.entries(counted.days).map(([day, count]) => [addDays(day, moved), count]),
  );
  const publication = nextPublication(
    { ...counted, through: addDays(counted.through, moved), leftOut: 37, days },
    null,
  );
  if (!publication) throw new Error('The made-up reports are too few to publish.');
  return publication;
}

/** Puts made-up numbers in the place of what this database has published. */
export async function publishMadeUpNumbers(databaseUrl: string): Promise<void> {
  const publication = madeUpPublication(new Date());
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `insert into statistics_snapshots (id, through, tables, made_at, published_at) values ($1, $2, $3, now(), now())
       on conflict (through) do update set tables = excluded.tables`,
      [randomUUID(), publication.through, JSON.stringify({ publication })],
    );
  } finally {
    await client.end();
  }
}
