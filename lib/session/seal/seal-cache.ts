/** What a seal holds, and when it ends (ms). */
export type Unsealed = { json: string; ends: number };

const mostSeals = 5000;

/** Of seals and what they hold: a seal of ours may be long. */
const mostCharacters = 8_000_000;

/** A map that forgets its oldest seals where there is no room. */
class BoundedSeals extends Map<string, Unsealed> {
  #characters = 0;

  override set(seal: string, unsealed: Unsealed): this {
    this.delete(seal);
    super.set(seal, unsealed);
    this.#characters += seal.length + unsealed.json.length;
    for (const oldest of this.keys()) {
      if (this.size <= mostSeals && this.#characters <= mostCharacters) break;
      this.delete(oldest);
    }
    return this;
  }

  override delete(seal: string): boolean {
    const held = this.get(seal);
    if (held) this.#characters -= seal.length + held.json.length;
    return super.delete(seal);
  }

  override clear(): void {
    super.clear();
    this.#characters = 0;
  }
}

const shared = globalThis as typeof globalThis & { librarySeals?: Map<string, Unsealed> };

/** What this process has sealed or opened, and need not open again in the next request of the same browser. */
export function recentSeals(): Map<string, Unsealed> {
  shared.librarySeals ??= new BoundedSeals();
  return shared.librarySeals;
}
