import { spawnSync } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { inProject } from './project.mjs';
import { Failure } from './run.mjs';

const least = 24;
const windows = process.platform === 'win32';
const nodePackage = `node_modules/node-${windows ? 'win' : process.platform}-${process.arch}`;

export const nodeProgram = `${nodePackage}/bin/${windows ? 'node.exe' : 'node'}`;

/**
 * The path of a Node that can run the project: this one, or the one that npm installed with the packages. From here
 * on it is the first in the PATH, and Next reports nothing to its makers. Throws `Failure`.
 */
export function chooseNode() {
  const node = isRecent() ? process.execPath : broughtAlong();
  process.env.PATH = [dirname(node), process.env.PATH].join(delimiter);
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  return node;
}

const isRecent = () => Number.parseInt(process.versions.node, 10) >= least;

/**
 * The version of the Node that will come with these packages of the lockfile; undefined where this one will do. Throws
 * `Failure` where none is made for this machine.
 */
export function nodeToCome(packages) {
  if (isRecent()) return undefined;
  if (!packages[nodePackage]) throw tooOld();
  return `v${packages[nodePackage].version}`;
}

function broughtAlong() {
  const node = inProject(nodeProgram);
  if (spawnSync(node, ['--version']).status === 0) return node;
  throw tooOld();
}

const tooOld = () =>
  new Failure(
    1,
    `LocalLibrary needs Node ${least} or newer, and this is Node ${process.versions.node}; install it from https://nodejs.org.`,
  );
