import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginUpload, processWaiting, takeWhole, writePiece } from '@/lib/evidence/commands';
import { CHUNK_BYTES, MOST_BYTES } from '@/lib/evidence/limits';
import { listDraftFiles, openVariant } from '@/lib/evidence/queries';
import { createDraft, destroyDraft } from '@/lib/reports/draft/commands';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { bytesOf, NOTHING, pdfOf, photoOf, remains, uploadPieces } from '../support/evidence';
import {
  gifar,
  gifOfFrames,
  jpegWithHtml,
  pngBomb,
  SCRIPT,
  smallGif,
  smallJpeg,
  zipOf,
} from '../support/hostile-files';

let database: TestDatabase;
let draft = '';
const db = () => database.db;
beforeAll(async () => {
  database = await openTestDatabase();
  draft = await createDraft(db(), 'WITNESS');
});
afterAll(() => database.close());
afterEach(async () => {
  await destroyDraft(db(), draft);
  expect(await remains(db())).toEqual(NOTHING);
  draft = await createDraft(db(), 'WITNESS');
});

const take = (bytes: Buffer, name = 'photo.jpg') => takeWhole(db(), draft, { field: 'files', name, bytes });
const text = (words: string) => Buffer.from(words);
const PADDING = ' '.repeat(5000);

describe('a file is told by what it holds, not by its name', () => {
  it.each<[string, Buffer]>([
    ['a web page', text('<!DOCTYPE html><p>안녕</p>')],
    ['a web page behind space', text(`${' \n'.repeat(300)}<html></html>`)],
    ['a web page behind a byte order mark', text(`\uFEFF${SCRIPT}`)],
    ['a web page in UTF-16', Buffer.from(`\uFEFF${SCRIPT}`, 'utf16le')],
    ['a script in what reads as text', text('hello\n<script src=x></script>')],
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['SVG as XML', text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a shell script', text('#!/bin/sh\nrm -rf /')],
    ['a batch file', text('@echo off\r\ndel *.*')],
    ['a PHP page', text('<?php system($_GET[0]);')],
    ['RTF', text('{\\rtf1\\ansi x}')],
    ['a Windows program', Buffer.concat([text('MZ'), Buffer.alloc(200, 0x90)])],
    ['a Linux program', Buffer.concat([text('\x7fELF\x02\x01\x01'), Buffer.alloc(200)])],
    [
      'an Office document with a macro',
      zipOf({ '[Content_Types].xml': text('<T/>'), 'word/vbaProject.bin': text('x') }),
    ],
    ['a Java program', zipOf({ 'META-INF/MANIFEST.MF': text('Main-Class: A'), 'A.class': text('x') })],
    ['an Android program', zipOf({ 'AndroidManifest.xml': text('x'), 'classes.dex': text('x') })],
    ['a program behind harmless names', zipOf({ 'a.txt': text(PADDING), 'META-INF/MANIFEST.MF': text('x') })],
    ['an old Office document', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000)])],
    ['bytes that are nothing', Buffer.from([0, 1, 2, 3, 254, 255, 0, 9])],
    ['a text with controls', text('ok\u0000\u0001')],
  ])('%s is not taken', async (_what, bytes) => {
    expect(await take(bytes)).toEqual({ ok: false, reason: 'type-not-accepted' });
    expect(await remains(db())).toEqual(NOTHING);
  });

  it.each<[string, Buffer, string]>([
    [
      'KakaoTalk’s text',
      text('﻿나루 님과 카카오톡 대화\r\n2025년 10월 3일 오후 2:22, 나루 : 여기예요'),
      'txt',
    ],
    ['EUC-KR text', Buffer.from('b4eba4d120b3aab7e7b4d420b4ebc8ad0d0a', 'hex'), 'txt'],
    ['UTF-16 text', Buffer.from('\uFEFF대화 내용\n둘째 줄', 'utf16le'), 'txt'],
    ['a chat about code', text('그 사람이 보낸 것: 5 < 6, a<b 라고만 했어요'), 'txt'],
    [
      'KakaoTalk’s table',
      text('Date,User,Message\n2025-10-03,나루,"안녕, 여기"\n2025-10-03,나루,네\n'),
      'csv',
    ],
    ['Telegram’s export', text('{"name":"나루","messages":[{"id":1}]}'), 'json'],
    ['WhatsApp’s export', zipOf({ '_chat.txt': text('[03.10.25] 나루: 여기'), 'IMG.jpg': text('x') }), 'zip'],
    ['a PDF called a program', pdfOf(3000), 'pdf'],
  ])('%s is taken', async (_what, bytes, type) => {
    expect(await take(bytes, 'run.exe')).toMatchObject({ ok: true });
    expect(await listDraftFiles(db(), draft)).toMatchObject([
      { type, state: 'STORED', copyState: 'NOT_CLEANED' },
    ]);
  });

  it('is told by the first chunk: the rest is never sent', async () => {
    const page = Buffer.concat([text(SCRIPT), Buffer.alloc(3 * CHUNK_BYTES, 0x20)]);
    const begun = await beginUpload(db(), draft, { field: 'files', name: 'a.png', size: page.length });
    const first = await writePiece(db(), draft, begun.ok ? begun.id : '', 0, page.subarray(0, CHUNK_BYTES));
    expect(first).toEqual({ ok: false, reason: 'type-not-accepted' });
    expect(await remains(db())).toEqual(NOTHING);
  });

  it.each<[string, () => Buffer]>([
    [
      'a text that turns into something else',
      () => Buffer.concat([text('말 '.repeat(90_000)), Buffer.alloc(9)]),
    ],
    ['a ZIP that was cut short', () => zipOf({ 'a.txt': Buffer.alloc(400_000, 65) }).subarray(0, 300_000)],
  ])('%s is unreadable', async (_what, bytes) => {
    expect((await uploadPieces(db(), draft, bytes())).end).toEqual({ ok: false, reason: 'unreadable' });
    expect(await remains(db())).toEqual(NOTHING);
  });
});

describe('a picture that is more than a picture', () => {
  it.each<[string, () => Promise<Buffer>]>([
    ['GIF and Java program', gifar],
    ['JPEG and web page', jpegWithHtml],
  ])('%s: what is shown is drawn anew, the original stays as evidence', async (_what, make) => {
    const bytes = await make();
    const { id } = await uploadPieces(db(), draft, bytes);
    await processWaiting(db(), { most: 1, draftId: draft });
    const copy = await openVariant(db(), id, 'COPY');
    const drawn = await bytesOf(copy);
    expect(['image/png', 'image/jpeg']).toContain(copy?.mime);
    for (const part of ['script', 'META-INF', 'Evil']) expect(drawn.includes(part)).toBe(false);
    expect(await sharp(drawn).metadata()).toMatchObject({ width: 40, height: 30 });
    expect((await bytesOf(await openVariant(db(), id, 'ORIGINAL'))).equals(bytes)).toBe(true);
  });

  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['900 million pixels', () => pngBomb(30_000)],
    ['an animation of 10,000 frames', () => gifOfFrames(10_000)],
    ['a page that begins like a GIF', () => text(`GIF89a${SCRIPT}`)],
    ['a photo cut in half', async () => (await photoOf(3000, 2000)).subarray(0, 20_000)],
    [
      'a HEIC of noise',
      () => Buffer.concat([text('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), Buffer.alloc(5000, 0x5a)]),
    ],
  ])('%s: no copy, and the server goes on', async (_what, make) => {
    const bytes = await make();
    const { id, end } = await uploadPieces(db(), draft, bytes);
    expect(end).toMatchObject({ ok: true, done: true });
    const before = process.memoryUsage().rss;
    await processWaiting(db(), { most: 1, draftId: draft });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
    expect(await listDraftFiles(db(), draft)).toMatchObject([{ copyState: 'FAILED', hasThumbnail: false }]);
    expect(await openVariant(db(), id, 'COPY')).toBeNull();
    expect((await bytesOf(await openVariant(db(), id, 'ORIGINAL'))).equals(bytes)).toBe(true);
    // The next one finds a worker.
    await uploadPieces(db(), draft, await smallGif());
    await processWaiting(db(), { most: 1, draftId: draft });
    expect(await listDraftFiles(db(), draft)).toMatchObject([{}, { copyState: 'MADE' }]);
  });
});

describe('how much', () => {
  it.each<[string, number, string]>([
    ['nothing', 0, 'empty'],
    ['less than nothing', -1, 'empty'],
    ['26 MB', 26 * 1024 * 1024, 'too-large'],
    ['a byte too many', MOST_BYTES + 1, 'too-large'],
  ])('%s is refused before a byte is sent', async (_what, size, reason) => {
    expect(await beginUpload(db(), draft, { field: 'files', name: 'a', size })).toEqual({
      ok: false,
      reason,
    });
    expect(await remains(db())).toEqual(NOTHING);
  });

  it('more than was announced is not taken', async () => {
    const begun = await beginUpload(db(), draft, { field: 'files', name: 'a', size: 1000 });
    const id = begun.ok ? begun.id : '';
    expect(await writePiece(db(), draft, id, 0, pdfOf(1001))).toEqual({ ok: false, reason: 'too-large' });
    expect(await listDraftFiles(db(), draft)).toMatchObject([{ received: 0 }]);
  });

  it('300 files: 20 are taken', async () => {
    const jpeg = await smallJpeg();
    const reasons: string[] = [];
    for (let n = 0; n < 300; n += 1) {
      const taken = await take(jpeg, `${n}.jpg`);
      reasons.push(taken.ok ? 'taken' : taken.reason);
    }
    expect(reasons.filter((reason) => reason === 'taken')).toHaveLength(20);
    expect(reasons.filter((reason) => reason === 'too-many')).toHaveLength(280);
    expect(await remains(db())).toEqual({ files: 20, chunks: 20, keys: 20 });
  });
});

describe('a file’s id', () => {
  it.each(['', 'x', "'; drop table drafts; --", '../../etc/passwd', '00000000-0000-0000-0000-000000000000'])(
    'that is none (%s) finds nothing',
    async (id) => {
      expect(await writePiece(db(), draft, id, 0, text('a'))).toEqual({ ok: false, reason: 'gone' });
      expect(await openVariant(db(), id, 'ORIGINAL')).toBeNull();
    },
  );
});
