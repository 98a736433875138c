import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routerHeaders } from '#lib/http/router-state';

const keeps = (header: string) => Object.keys(routerHeaders({ headers: { get: () => header } })).length === 0;

const home = ['', { children: ['__PAGE__', {}] }];
const book = [
  '',
  {
    children: [['record', '1-emma', 'd', null], { children: ['__PAGE__?{"q":"a"}', {}] }, null, 'refetch', 0],
  },
];

test('what a browser shows is passed on', () => {
  for (const state of [home, book, [...home, null, null, 16], ['', {}, ['/books', '']]])
    assert.equal(keeps(encodeURIComponent(JSON.stringify(state))), true, JSON.stringify(state));
  assert.deepEqual(routerHeaders({ headers: { get: () => null } }), {});
});

test('what is none of that is not', () => {
  for (const header of [
    '',
    '%',
    '%garbage',
    '[1',
    '{}',
    '[""]',
    '["",{"a":1}]',
    '["",{},5]',
    '["",{},null,"other"]',
    '[["a","b","x",null],{}]',
    '["",{},null,null,0,"a","b"]',
    `["",${'{"a":["",'.repeat(1000)}`,
  ])
    assert.equal(keeps(header), false, header.slice(0, 40));
});
