// A file of tests that imports this runs alone on a PostgreSQL server: it expects that nothing at all happens there
// meanwhile, in no other database either.
export {};
