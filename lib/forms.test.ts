import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import fc from '#db/testing/fast-check';
import { formKey, line, newFormKey, paragraphs, required } from '#lib/form-fields';
import { readForm } from '#lib/forms';

const schema = z.object({
  title: required(line(10), 'list.empty'),
  note: paragraphs(20),
});

function form(fields: [name: string, value: string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

const read = (...fields: [name: string, value: string | Blob][]) => readForm(form(fields), schema);

test('what fits is a typed value, clean, and what was typed is kept as it was', () => {
  assert.deepEqual(read(['title', '  Emma '], ['note', 'a\r\nb']), {
    ok: true,
    value: { title: 'Emma', note: 'a\nb' },
    typed: { title: '  Emma ', note: 'a\r\nb' },
  });
});

test('each field that does not fit has one sentence, in the order of the form', () => {
  const { errors, typed } = failed(read(['note', 'x'.repeat(21)], ['title', ' ']));
  assert.deepEqual(Object.entries(errors), [
    ['title', { key: 'list.empty' }],
    ['note', { key: 'forms.tooLong', values: { max: 20, length: 21 } }],
  ]);
  assert.deepEqual(typed, { title: ' ', note: 'x'.repeat(21) });
});

test('ten thousand letters are too many, and none is lost', () => {
  const long = '📚'.repeat(10_000);
  const { errors, typed } = failed(read(['title', long]));
  assert.deepEqual(errors.title, { key: 'forms.tooLong', values: { max: 10, length: 10_000 } });
  assert.equal(typed.title, long);
});

test('a field that is missing is empty', () => {
  assert.deepEqual(read(['title', 'Emma']), {
    ok: true,
    value: { title: 'Emma', note: '' },
    typed: { title: 'Emma', note: '' },
  });
  assert.deepEqual(failed(read()).errors, { title: { key: 'list.empty' } });
});

const notText: [what: string, fields: [string, string | Blob][], typed: string][] = [
  ['a file', [['title', new File(['Emma'], 'emma.txt')]], ''],
  ['an empty file, as a browser sends where none was chosen', [['title', new File([], '')]], ''],
  [
    'a field that comes twice',
    [
      ['title', 'Emma'],
      ['title', 'Persuasion'],
    ],
    'Emma',
  ],
  [
    'a text beside a file',
    [
      ['title', new Blob(['x'])],
      ['title', 'Emma'],
    ],
    'Emma',
  ],
];

describe('is not accepted:', () => {
  for (const [what, fields, typed] of notText) {
    test(what, () => {
      const reading = failed(read(...fields));
      assert.deepEqual(reading.errors, { title: { key: 'forms.notAccepted' } });
      assert.equal(reading.typed.title, typed);
    });
  }
});

test('what the form does not have is not looked at, whatever it is called', () => {
  const names = ['__proto__', 'constructor', 'toString', '$ACTION_ID_x', '', 'title.x', 'title[]'];
  const reading = read(['title', 'Emma'], ...names.map((name): [string, string] => [name, 'x']));
  assert.deepEqual(reading.ok && reading.value, { title: 'Emma', note: '' });
  assert.deepEqual(Object.keys(reading.typed), ['title', 'note']);
});

test('whoever calls an action by hand may send no form at all', () => {
  for (const sent of [undefined, null, 'title=Emma', 7, {}, [], { getAll: 'x' }])
    assert.deepEqual(Object.keys(failed(readForm(sent as unknown as FormData, schema)).errors), ['title']);
});

test('no form, however hostile, is more than values or errors', () => {
  const name = fc.constantFrom('title', 'note', '__proto__', 'constructor');
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constant(new File(['x'], 'x')),
    fc.constantFrom('\0', '\ud800', '\u202e', 'e\u0301'.repeat(9)),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { maxLength: 6 }), (fields) => {
      const reading = read(...fields);
      if (reading.ok) return assert.ok(reading.value.title && reading.value.title.length <= 20);
      for (const error of Object.values(reading.errors)) assert.match(error.key, /^[a-zA-Z]+\.[a-zA-Z]+$/);
    }),
  );
});

test('a form has a key of its own, and one that is no key of ours is made anew', () => {
  const keyed = z.object({ formKey: formKey() });
  const keyOf = (sent: string) => {
    const reading = readForm(form([['formKey', sent]]), keyed);
    return reading.ok ? reading.value.formKey : undefined;
  };
  const key = newFormKey();
  assert.equal(keyOf(key), key);
  assert.notEqual(newFormKey(), key);
  for (const foreign of ['', 'x', `${key}x`, '__proto__', '\0'.repeat(22)])
    assert.match(keyOf(foreign) ?? '', /^[\w-]{22}$/);
  assert.notEqual(keyOf('x'), keyOf('x'));
});

function failed<Reading extends { ok: boolean }>(reading: Reading) {
  assert.ok(!reading.ok);
  return reading as Extract<Reading, { ok: false }>;
}
