import type { Db } from '@/db/client';
import { loadTemplates } from '@/lib/cases/templates/commands';
import { loadSites } from '@/lib/linking/sites/commands';
import { loadPeriods } from '@/lib/periods/commands';
import { loadAgencies } from '@/lib/referrals/agencies/commands';
import { referenceAgencies } from './agencies';
import { referenceTemplates, supersededTexts } from './message-templates';
import { referencePeriods } from './periods';
import { referenceSites } from './sites';

/** Loads reference data; safe to run at every start, and never overwrites what staff have changed. */
export async function loadReference(db: Db): Promise<void> {
  await loadPeriods(db, referencePeriods);
  await loadAgencies(db, referenceAgencies);
  await loadTemplates(db, referenceTemplates, supersededTexts);
  await loadSites(db, referenceSites);
}
