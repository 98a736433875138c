type Benchmark = { run: (args: string[]) => Promise<void> };

const benchmarks: Record<string, () => Promise<Benchmark>> = {
  backup: () => import('./backup.ts'),
  'clear-sessions': () => import('./clear-sessions.ts'),
  crash: () => import('./crash.ts'),
  home: () => import('./home.ts'),
  results: () => import('./results.ts'),
  search: () => import('./search.ts'),
  'search-quality': () => import('./search-quality.ts'),
  session: () => import('./session.ts'),
  storm: () => import('./storm.ts'),
};

async function runBenchmark([name = '', ...args]: string[]): Promise<void> {
  const benchmark = await benchmarks[name]?.();
  if (benchmark) return benchmark.run(args);
  console.error(`npm run bench -- <name>, where the name is one of: ${Object.keys(benchmarks).join(', ')}`);
  process.exitCode = 1;
}

await runBenchmark(process.argv.slice(2));

export {};
