// `npm run audit`: secrets in files, licences of packages, packages that may change by themselves. Needs no network.
import { audit } from './steps/audit.mjs';
import { installMissing } from './steps/install.mjs';
import { reportError } from './steps/run.mjs';

try {
  await installMissing();
  console.log(audit());
} catch (error) {
  reportError(error);
}
