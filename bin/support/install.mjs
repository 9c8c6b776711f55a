/**
 * Plain JavaScript with nothing but Node: this runs before any package is there.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Ends the process with a sentence when this Node is too old to run anything here. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 9)) return;
  process.stderr.write(
    `Naru needs Node 20.9 or newer; this is ${process.versions.node}. See https://nodejs.org.\n`,
  );
  process.exit(1);
}

function readPackages(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
}

/** What npm says it installed against what the lock file asks for; a package for another platform may be missing. */
export function isInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return present[path] ? present[path].version === version : optional === true;
  });
}

function holderOf(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === 'EPERM' ? -1 : undefined;
  }
}

/** Installs the packages of the lock file where they are missing or outdated. Ends the process when that fails. */
export async function installWhenNeeded() {
  if (isInstalled()) return;
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const lock = join(tmpdir(), `naru-install-${name}.lock`);
  let handle;
  while (handle === undefined) {
    try {
      handle = openSync(lock, 'wx');
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (holderOf(lock) === undefined) rmSync(lock, { force: true });
      else await sleep(500);
    }
  }
  try {
    writeSync(handle, String(process.pid));
    closeSync(handle);
    if (!isInstalled()) install();
  } finally {
    rmSync(lock, { force: true });
  }
}

function install() {
  process.stdout.write('Installing packages with npm ci (the first time takes a minute or two) …\n');
  const started = Date.now();
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.status !== 0) {
    const why = result.error ? result.error.message : `exit code ${result.status}`;
    process.stderr.write(
      `The packages could not be installed (npm ci: ${why}). Is the npm registry reachable?\n`,
    );
    process.exit(1);
  }
  process.stdout.write(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}
