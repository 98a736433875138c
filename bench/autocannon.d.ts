declare module 'autocannon' {
  /** Of what the package offers, what the load generator uses. Header lists alternate names and values. */
  export type Client = {
    on(event: 'headers', listener: (answer: { headers: string[] }) => void): void;
    on(event: 'response', listener: (status: number, bytes: number, milliseconds: number) => void): void;
    setHeaders(headers: Record<string, string>): void;
    setRequest(request: { method: 'GET'; path: string; headers: Record<string, string> }): void;
  };

  export type Options = {
    url: string;
    connections: number;
    duration?: number;
    amount?: number;
    headers?: Record<string, string>;
    setupClient?: (client: Client) => void;
  };

  /** `duration` in seconds. */
  export type Result = { duration: number; errors: number; timeouts: number; non2xx: number };

  export default function autocannon(options: Options): Promise<Result>;
}
