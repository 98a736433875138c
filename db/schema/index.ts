export * from '#db/schema/acquisitions';
export * from '#db/schema/catalog';
export * from '#db/schema/circulation';
export * from '#db/schema/jobs';
export * from '#db/schema/library';
export * from '#db/schema/search';
export * from '#db/schema/sessions';
