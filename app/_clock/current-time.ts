/** The moment in which a form arrives, for the command that it is handed to. */
export const currentTime = (): Date => new Date();
