import { readFileSync } from 'node:fs';
import { thisPlatform } from './packages.mjs';
import { inProject } from './project.mjs';
import { Failure } from './run.mjs';

/** The machines that this folder was bundled for (`npm run bundle`); undefined for the project itself. */
export const bundledFor = () => JSON.parse(readFileSync(inProject('package.json'), 'utf8')).bundledFor;

export const platformName = ({ os, cpu, libc }) => [os, cpu, ...(libc === 'musl' ? [libc] : [])].join('-');

/** Throws `Failure` where a bundle was carried to a machine of another kind. */
export function assertMadeForHere(made, here = platformName(thisPlatform())) {
  if (made === here) return;
  throw new Failure(
    1,
    `This bundle was made for ${made}, and this machine is ${here}: make it on a machine like this one with npm run bundle.`,
  );
}
