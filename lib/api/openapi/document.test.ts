import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { transaction } from '#db/client';
import { mergedAuthors } from '#db/schema/catalog';
import { freshDatabase, testDay, testNow } from '#db/testing/database';
import type { openApiDocument } from '#lib/api/openapi/document';
import { ask, askJson } from '#lib/api/test-requests';
import { loadDemonstration } from '#lib/catalog/demonstration/load-demonstration';

process.env.API_RATE_LIMIT = '0';

/** The description as it is served. */
const document: ReturnType<typeof openApiDocument> = await (await ask('/openapi.json')).json();

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
ajv.addVocabulary(['example', 'components', 'openapi', 'info', 'servers', 'security', 'paths']);
ajv.addSchema({ $id: 'https://library.example/openapi.json', ...document });

const pointerTo = (...path: string[]) =>
  path.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

function validator(...path: string[]) {
  const check = ajv.getSchema(`https://library.example/openapi.json#/${pointerTo(...path)}`);
  assert.ok(check, path.join(' '));
  return check;
}

function assertFits(body: unknown, ...path: string[]): void {
  const check = validator(...path);
  assert.ok(check(body), JSON.stringify(check.errors));
}

const jsonOf = (path: string) => [
  'paths',
  path,
  'get',
  'responses',
  '200',
  'content',
  'application/json',
  'schema',
];

test('the document keeps the rules of OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  assert.ok(valid, JSON.stringify(errors));
  assert.match(document.openapi, /^3\.1\./);
});

test('every $ref leads to something', () => {
  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g);
  const found = [...references].map(([, path = '']) => {
    let part: unknown = document;
    for (const step of path.split('/')) part = (part as Record<string, unknown>)[step];
    return [path, part !== undefined];
  });
  assert.ok(found.length > 50);
  assert.deepEqual(
    found.filter(([, leads]) => !leads),
    [],
  );
});

test('every example fits its own schema', () => {
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    for (const example of schema.examples ?? []) assertFits(example, 'components', 'schemas', name);
  }
});

test('every operation and parameter says what it is, and no default breaks its own rule', () => {
  const ids = new Set<string>();
  for (const { get } of Object.values(document.paths)) {
    ids.add(get.operationId);
    assert.match(get.summary, /^[A-Z].+ /);
    for (const parameter of get.parameters) {
      assert.ok(parameter.description, `${get.operationId} ${parameter.name}`);
      if ('default' in parameter.schema) assert.ok(ajv.validate(parameter.schema, parameter.schema.default));
    }
  }
  assert.equal(ids.size, Object.keys(document.paths).length);
});

describe('every answer is as described:', () => {
  freshDatabase();
  before(async () => {
    await transaction(async (tx) => {
      await loadDemonstration(tx, testNow, testDay);
      await tx.insert(mergedAuthors).values({ id: 9001, authorId: 3 });
    });
  });

  const asked: [path: string, ...addresses: string[]][] = [
    [
      '/books',
      '/books',
      '/books?limit=100&sort=year',
      '/books?sort=newest&language=es',
      '/books?author=1&genre=999',
    ],
    ['/books/{id}', ...Array.from({ length: 40 }, (_, i) => `/books/${i + 1}`)],
    ['/books/{id}/copies', ...Array.from({ length: 40 }, (_, i) => `/books/${i + 1}/copies`)],
    [
      '/search',
      '/search?q=garcia',
      '/search?q=zzyzx',
      '/search?q=marques',
      '/search?q=the&available=true&language=en&decade=1890',
    ],
    ['/suggestions', '/suggestions?q=gar', '/suggestions?q=zzyzx', '/suggestions?q=the&limit=1'],
    ['/authors', '/authors', '/authors?limit=100'],
    ['/authors/{id}', '/authors/1', '/authors/50'],
    ['/genres', '/genres', '/genres?limit=1'],
    ['/languages', '/languages?limit=100'],
    ['/counts', '/counts'],
  ];

  for (const [path, ...addresses] of asked) {
    test(`${path}, asked ${addresses.length} times`, async () => {
      for (const address of addresses) {
        const { status, body } = await askJson(address);
        assert.equal(status, 200, address);
        assertFits(body, ...jsonOf(path));
      }
    });
  }

  test('no operation was left out', () => {
    assert.deepEqual(asked.map(([path]) => path).toSorted(), Object.keys(document.paths).toSorted());
  });

  for (const address of ['/books?x=1', '/books/0', '/books?limit=0', '/nowhere', '/authors/2147483647']) {
    test(`the problem with ${address}`, async () => {
      const { status, body } = await askJson(address);
      assert.ok(status === 400 || status === 404);
      assertFits(body, 'components', 'schemas', 'Problem');
    });
  }

  test('a merged author', async () => {
    const answer = await ask('/authors/9001');
    assert.deepEqual([answer.status, answer.headers.get('location')], [308, '/api/v1/authors/3']);
    assert.ok('308' in (document.paths['/authors/{id}']?.get.responses ?? {}));
  });
});
