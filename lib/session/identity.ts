import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: what a stored session is known by. */
export const newIdentity = () => randomBytes(32).toString('base64url');

/** What a store keeps of an identity. */
export const identityHash = (id: string) => createHash('sha256').update(id).digest('base64url');
