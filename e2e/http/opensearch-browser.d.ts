declare module 'opensearch-browser' {
  /** Of what the package offers, what the tests use. */
  export type Service = {
    getDescription(): { shortName: string; urls: { type: string; url: string; relations: string[] }[] };
    search(
      parameters: { searchTerms: string },
      type: string,
    ): Promise<{ records: Record<string, unknown>[] }>;
  };

  const client: { discover(url: string): Promise<Service> };
  export default client;
}
