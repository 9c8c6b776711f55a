import { randomInt, randomUUID } from 'node:crypto';
import { builtActions } from '../access/discover';
import { formsOn, type Shown } from '../access/forms';
import type { Answer, Hand } from './hand';

/** Rows in which an act has to be found, once it is done: how many in each table. */
export type Rows = Readonly<Record<string, number>>;

/** An act, how it was answered, and where it has to be found. `mark` stands in what was typed and nowhere else. */
export type Deed = { what: string; mark: string; rows: Record<string, number>; answer: Answer };

/** What a story asks to be done: the form of an action on a page. */
export type Asked = {
  by: Hand;
  path: string;
  /** As in the expected table: `cases/[number]/work-actions.ts#addCaseNoteAction`. */
  action: string;
  /** The field that takes the mark; none: the act is found by `counted`. */
  marks?: string;
  typed?: Record<string, string>;
  /** The form to take where a page has several of the action. */
  where?: Record<string, string>;
  rows?: Rows;
  /** A statement that counts it, and what it counts when the act is done. */
  counted?: { statement: string; values: readonly string[] };
};

export type Counted = { what: string; answer: Answer } & NonNullable<Asked['counted']>;

/** A story that ends in the middle because the day is over. */
export class StoryCut extends Error {}

/** Has things done, and keeps what was answered. */
export class Ledger {
  readonly deeds: Deed[] = [];
  readonly counted: Counted[] = [];
  /** Nothing more is begun: the stories end where they are. */
  closed = false;
  /** Forms that were sent again after their answer was there. */
  again = 0;
  private readonly built = builtActions();

  get acknowledged(): number {
    return [...this.deeds, ...this.counted].filter(({ answer }) => answer.outcome === 'done').length;
  }

  /** Does one act, and one time in three presses the button once more. Answers what stands where it has to be found. */
  async act({ by, path, action, marks, typed = {}, where = {}, rows = {}, counted }: Asked): Promise<Deed> {
    if (this.closed) throw new StoryCut();
    const mark = `표시 ${randomUUID()}`;
    const shown = this.formOf(formsOn(await by.open(path)), action, where);
    if (!shown) throw new Error(`no form of ${action} on ${path}`);
    const fields = { ...typed, ...(marks ? { [marks]: mark } : {}) };
    const filled = {
      ...shown,
      fields: [...shown.fields.filter(([name]) => !(name in fields)), ...Object.entries(fields)],
    };
    const answer = await by.press(filled);
    const deed = { what: action, mark, rows: { ...rows }, answer };
    if (counted) this.counted.push({ what: action, answer, ...counted });
    else this.deeds.push(deed);
    if (randomInt(3) === 0) {
      await by.press(filled);
      this.again += 1;
    }
    return deed;
  }

  private formOf(forms: readonly Shown[], action: string, where: Record<string, string>): Shown | undefined {
    return forms.find(
      (form) =>
        form.action !== null &&
        this.built.get(form.action)?.key === action &&
        Object.entries(where).every(([name, value]) =>
          form.fields.some(([n, v]) => n === name && v === value),
        ),
    );
  }
}
