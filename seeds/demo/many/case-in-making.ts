import { randomUUID } from 'node:crypto';
import { caseEvents } from '@/db/schema/cases';
import { dataKeys } from '@/db/schema/vault';
import type { EventKind } from '@/lib/cases/event-kinds';
import { sealRow } from '@/lib/cases/places';
import { setClock } from '@/lib/clock';
import { makeDataKey, type Owner } from '@/lib/vault/commands';
import type { DataKey } from '@/lib/vault/seal';
import { after, type Making } from './making';
import { byStaff } from './trail';

/** One case in the making: what happens to it is noted at its time. */
export class CaseInMaking {
  readonly id = randomUUID();
  readonly key: DataKey;
  readonly said: Record<string, unknown>[] = [];
  readonly worker: string;
  at: Date;

  constructor(
    readonly making: Making,
    openedAt: Date,
  ) {
    this.at = openedAt;
    this.worker = making.chance.pick(making.crew.workers);
    this.key = this.newKey({ kind: 'case', id: this.id });
  }

  newKey(owner: Owner): DataKey {
    setClock(this.at);
    const made = makeDataKey(owner);
    setClock(undefined);
    this.making.rows.add(dataKeys, made.row);
    return made.key;
  }

  /** Lets time pass, up to the present. */
  pass(least: number, most: number): void {
    this.at = after(this.making, this.at, least, most);
  }

  note(
    kind: EventKind,
    event: { refId?: string; from?: string; to?: string; words?: Record<string, unknown>; by?: string } = {},
  ): void {
    const { refId, from, to, words, by = this.worker } = event;
    const id = randomUUID();
    this.making.rows.add(caseEvents, {
      id,
      caseId: this.id,
      kind,
      staffId: by,
      at: this.at,
      refId: refId ?? null,
      fromCode: from ?? null,
      toCode: to ?? null,
      sealed: words ? sealRow(this.key, 'case_events', id, words) : null,
      submissionKey: null,
    });
    if (words) this.said.push(words);
    const act = `case.${kind.toLowerCase().replaceAll('_', '-')}`;
    const codes = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
    this.making.trail.note({ kind: 'case', id: this.id }, this.at, byStaff(by), act, codes);
  }
}
