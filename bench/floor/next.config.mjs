import { fileURLToPath } from 'node:url';

export default {
  agentRules: false,
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
};
