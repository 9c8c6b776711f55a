import { type EvidenceField, MOST_BYTES } from '@/lib/evidence/limits';
import type { FileRefusal } from '@/lib/evidence/types';
import { type Resumable, sendResumably } from './resumable';

export type Item = {
  key: number;
  name: string;
  size: number;
  percent: number;
  state: 'waiting' | 'sending' | 'reconnecting' | 'stored' | 'refused';
  /** Of a stored one, as the server knows it. */
  id?: string;
  reason?: FileRefusal;
};

/** Two at a time fill a narrow line; more would only make each of them slower. */
const AT_ONCE = 2;

type Entry = { item: Item; file: File; running?: Resumable };

/** The files that were chosen on one page for one question, in turn. Tells its listener of every change with a new list. */
export class UploadQueue {
  #entries: Entry[] = [];
  #next = 1;

  constructor(
    readonly place: { field: EvidenceField; draft: string },
    readonly listener: (items: Item[]) => void,
  ) {}

  add(files: readonly File[]): void {
    for (const file of files) {
      const reason: FileRefusal | undefined =
        file.size === 0 ? 'empty' : file.size > MOST_BYTES ? 'too-large' : undefined;
      const item: Item = {
        key: this.#next,
        name: file.name,
        size: file.size,
        percent: 0,
        state: reason ? 'refused' : 'waiting',
        ...(reason ? { reason } : {}),
      };
      this.#next += 1;
      this.#entries.push({ item, file });
    }
    this.#goOn();
  }

  /** Takes a file off the page and off the server. Throws, and keeps it, when the server may still have it. */
  async remove(key: number): Promise<void> {
    const entry = this.#entries.find(({ item }) => item.key === key);
    if (!entry) return;
    await entry.running?.remove();
    this.#entries = this.#entries.filter((one) => one !== entry);
    this.#goOn();
  }

  /** Takes every file that has not arrived off the page and, where it can be reached, off the server. */
  async dropUnfinished(): Promise<void> {
    const unfinished = this.#entries.filter(isUnfinished);
    await Promise.allSettled(unfinished.map(({ running }) => running?.remove()));
    this.#entries = this.#entries.filter((entry) => !unfinished.includes(entry));
    this.#goOn();
  }

  /** The page goes: nothing is sent any more. */
  stop(): void {
    for (const { running } of this.#entries.filter(isUnfinished)) running?.stop();
  }

  #goOn(): void {
    const running = this.#entries.filter(
      ({ item }) => item.state === 'sending' || item.state === 'reconnecting',
    );
    const waiting = this.#entries.filter(({ item }) => item.state === 'waiting');
    for (const entry of waiting.slice(0, AT_ONCE - running.length)) this.#start(entry);
    this.#tell();
  }

  #start(entry: Entry): void {
    const change = (more: Partial<Item>) => {
      entry.item = { ...entry.item, ...more };
    };
    change({ state: 'sending' });
    entry.running = sendResumably(entry.file, this.place, {
      onProgress: (sent) => {
        change({ state: 'sending', percent: Math.floor((sent / entry.file.size) * 100) });
        this.#tell();
      },
      onBroken: () => {
        change({ state: 'reconnecting' });
        this.#tell();
      },
      onStored: (id) => {
        change({ state: 'stored', percent: 100, id });
        this.#goOn();
      },
      onRefused: (reason) => {
        change({ state: 'refused', reason });
        this.#goOn();
      },
    });
  }

  #tell(): void {
    this.listener(this.#entries.map(({ item }) => item));
  }
}

const isUnfinished = ({ item }: Entry) => item.state !== 'stored' && item.state !== 'refused';
