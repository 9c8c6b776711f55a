import { randomInt } from 'node:crypto';
import { Browser, type Weather } from '../browser';
import { receiptOn } from '../reporter';
import type { Hand } from './hand';
import type { Asked, Deed, Ledger } from './ledger';

/** Who works together on a matter: `lead` and `second` are supervisors. */
export type Crew = Record<'intake' | 'worker' | 'lead' | 'second', Hand>;

/** Reports that were there before anything was killed; each is taken by one story. */
export type Pool = {
  /** Contact is risky. */
  risky: string[];
  /** Their reporters ask to withdraw. */
  withdrawing: string[];
  /** In screening, and neither U1 nor U2. */
  quiet: string[];
};

/** What a story works with: its crew, what has been done, and what everybody shares. */
export class Desk {
  constructor(
    readonly crew: Crew,
    readonly ledger: Ledger,
    readonly pool: Pool,
    /** A case that every crew works on at once. */
    readonly shared: string,
    readonly agencyId: string,
    private readonly base: string,
    private readonly weather: Weather,
  ) {}

  /** Somebody reports by the emergency form; answers the reference. */
  async file(): Promise<string> {
    const browser = new Browser(this.base, this.weather);
    const form = await browser.open('/ko/sos');
    return receiptOn(await browser.send(form, { narrative: '3층에 갇혀 있어요' })).reference;
  }

  act(asked: Asked): Promise<Deed> {
    return this.ledger.act(asked);
  }

  /** A second person agrees to what was asked for. What was asked for then stands in `also` as well. */
  async agree(
    asked: Deed,
    path: string,
    also: Readonly<Record<string, number>>,
    onCase: boolean,
  ): Promise<void> {
    const { second } = this.crew;
    const id = await this.openRequest(path);
    const agreed = await this.act({
      by: second,
      path,
      action: '_desk/approval-actions.ts#decideApprovalAction',
      marks: `answer-${id}`,
      typed: { decision: 'APPROVED' },
      where: { approval: id },
      rows: { 'approvals.answer': 1, ...(onCase ? { case_events: 1 } : {}) },
    });
    if (agreed.answer.outcome === 'done')
      for (const [table, rows] of Object.entries(also)) asked.rows[table] = (asked.rows[table] ?? 0) + rows;
  }

  private async openRequest(path: string): Promise<string> {
    const page = await this.crew.second.open(path);
    const id = /name="approval" value="([0-9a-f-]{36})"/.exec(page.text)?.[1];
    if (!id) throw new Error(`nothing to decide on ${path}`);
    return id;
  }
}

export const chance = (oneIn: number) => randomInt(oneIn) === 0;
export const reportPage = (reference: string) => `/ko/staff/reports/${reference}`;
export const casePage = (number: string) => `/ko/staff/cases/${number}`;
