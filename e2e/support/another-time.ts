// For `--import`: in this process it is E2E_NOW when it starts, and time goes on from there.
const { E2E_NOW = '' } = process.env;
const Today = Date;
const away = Today.parse(E2E_NOW) - Today.now();

globalThis.Date = new Proxy(Today, {
  construct: (target, args, maker) => Reflect.construct(target, args.length > 0 ? args : [now()], maker),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});

const now = () => Today.now() + away;
