/** Forms that their makers gave their secrets so that they are found, and what a secret looks like in a setting. */
const forms = {
  'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/,
  'an AWS key': /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  'a GitHub token': /\b(?:gh[oprsu]_[A-Za-z0-9]{36}|github_pat_\w{22,})/,
  'a GitLab token': /\bglpat-[\w-]{20}/,
  'a Slack token': /\bxox[abeoprs]-[\w-]{10,}/,
  'a Stripe key': /\b[rs]k_live_[A-Za-z0-9]{16,}/,
  'a Google key': /\bAIza[\w-]{35}/,
  'an npm token': /\bnpm_[A-Za-z0-9]{36}|_authToken\s*=\s*(?!\$\{)\S/,
  'a signed token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  'a sealed session': /\bFe26\.2\*\w*\*[0-9a-f]{64}\*/,
  'a password in an address':
    /\b[a-z][a-z0-9+.]*:\/\/[^\s/:@'"`]+:[^\s/@'"`${}]+@(?!(?:localhost|127\.|host\b|\[::1]|[\w.-]*\bexample\b))[\w.[-]/i,
  'a password in a setting':
    /(?:password|passwd|secret|token|api_?key)["']?\s*[:=]\s*(?:(["'`])(?=[^'"`]*\d)(?=[^'"`]*[a-z])[^\s'"`${}]{16,}\1|(?=\S*\d)(?=\S*[a-z])[\w+/=-]{20,}$)/im,
};

const names =
  /(?:^|\/)(?:\.env(?!\.example$)(?:\..*)?|session-password|id_(?:rsa|dsa|ecdsa|ed25519)|.*\.(?:pem|key|p12|pfx|db|sqlite3?))$/;

/** What looks like a secret in a file, in words: its place, and never what it is. */
export function secretsIn(path, text) {
  if (names.test(path)) return [`${path}: a file of this name holds secrets or data`];
  return Object.entries(forms).flatMap(([what, form]) => {
    const found = form.exec(text);
    return found ? [`${path}:${lineOf(text, found.index)}: ${what}`] : [];
  });
}

const lineOf = (text, index) => text.slice(0, index).split('\n').length;
