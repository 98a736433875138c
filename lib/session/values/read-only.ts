import { SessionReadOnlyError } from '#lib/session/session-errors';

const refuse = (): never => {
  throw new SessionReadOnlyError();
};

const guard: ProxyHandler<object> = {
  get: (target, member, receiver) => readOnly(Reflect.get(target, member, receiver)),
  set: refuse,
  defineProperty: refuse,
  deleteProperty: refuse,
  setPrototypeOf: refuse,
  preventExtensions: refuse,
};

/** A value that throws `SessionReadOnlyError` at a change inside it, as its session does at a change of its own. */
export function readOnly<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, guard) as Value;
}
