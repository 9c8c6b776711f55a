import { expect, it } from 'vitest';
import { orAway } from '@/app/_request/or-away';

const failed = (error: unknown) => orAway(() => Promise.reject(error));

it('a handler whose database is away asks to be asked again later', async () => {
  const lost = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  for (const error of [lost, Object.assign(new Error('Failed query'), { cause: lost })]) {
    const answer = await failed(error);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
});

it('and any other fault stays one', async () => {
  const fault = new TypeError('ours');
  await expect(failed(fault)).rejects.toBe(fault);
  expect(await (await orAway(async () => new Response('well'))).text()).toBe('well');
});
