import { z } from 'zod';

export const maxId = 2_147_483_647;

export const id = z.int().min(1).max(maxId);
export const text = z.string();
export const optionalText = z.string().nullable();
export const amount = z.int().min(0);
export const link = (to: string) =>
  z.string().meta({ format: 'uri-reference', description: `Address of ${to}, relative to this answer’s.` });
