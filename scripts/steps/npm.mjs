import { inProject } from './project.mjs';
import { runUntilStopped } from './run.mjs';

/**
 * Runs the npm that started us, with the Node it runs on; else the one on the PATH. `node` is the version that npm is
 * to choose packages for, where that is another. Throws `Failure`.
 */
export function npm(args, node) {
  const environment = node ? choosingFor(node) : {};
  const { npm_execpath: script, npm_node_execpath: program = process.execPath } = process.env;
  if (script?.endsWith('npm-cli.js')) return runUntilStopped(program, [script, ...args], environment);
  if (process.platform !== 'win32') return runUntilStopped('npm', args, environment);
  return runUntilStopped('cmd.exe', ['/d', '/s', '/c', ['npm', ...args].join(' ')], environment);
}

/**
 * npm leaves out, without a word, optional packages that are not made for the Node that npm runs on. What counts is the
 * one that will run them, and npm has no option for that any more.
 */
function choosingFor(node) {
  const preload = `--require ${JSON.stringify(inProject('scripts/steps/another-node.cjs'))}`;
  return { NODE_OPTIONS: [process.env.NODE_OPTIONS, preload].filter(Boolean).join(' '), LIBRARY_NODE: node };
}
