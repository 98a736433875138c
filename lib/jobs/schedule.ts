import { addDays } from '#db/calendar';
import { dayOf, momentOf } from '#lib/clock';
import type { Schedule } from '#lib/jobs/job';

const hourMs = 60 * 60 * 1000;

/** The last moment until now at which a job was due. */
export function lastDue(schedule: Schedule, now: Date, zone: string): Date {
  if (schedule === 'hourly') return new Date(Math.floor(now.getTime() / hourMs) * hourMs);
  const due = around(schedule.daily, now, zone).filter((moment) => moment <= now.getTime());
  return new Date(Math.max(...due));
}

/** The first moment after now at which a job is due. */
export function nextDue(schedule: Schedule, now: Date, zone: string): Date {
  if (schedule === 'hourly') return new Date(lastDue(schedule, now, zone).getTime() + hourMs);
  const due = around(schedule.daily, now, zone).filter((moment) => moment > now.getTime());
  return new Date(Math.min(...due));
}

/** A place that crosses the date line leaves a day out: two days to each side are enough. */
function around(time: string, now: Date, zone: string): number[] {
  const today = dayOf(now, zone);
  return [-2, -1, 0, 1, 2].map((days) => momentOf(addDays(today, days), time, zone).getTime());
}
