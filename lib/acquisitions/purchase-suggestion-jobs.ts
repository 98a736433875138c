import { forgetSenders } from '#lib/acquisitions/purchase-suggestion-commands';

/** Who suggested a purchase is known for a day, and not much longer. */
export const forgetSendersJob = {
  name: 'purchase-suggestions:forget-senders',
  schedule: 'hourly' as const,
  run: async ({ now }: { now: Date }) => {
    await forgetSenders(now);
    return 'Forgot who sent a suggestion more than a day ago.';
  },
};
