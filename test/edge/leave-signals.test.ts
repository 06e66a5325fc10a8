import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { createLeaveSignals } from '../../src/edge/leave-signals.ts';

function made() {
  const source = new EventEmitter();
  const giveUp = vi.fn();
  return { source, giveUp, signals: createLeaveSignals(source, giveUp) };
}

test('an open prompt hears a signal at once, a closed one no more', () => {
  const { source, signals } = made();
  const heard = vi.fn();
  const end = signals.subscribe(heard);
  source.emit('SIGHUP');
  end();
  source.emit('SIGHUP');
  expect(heard.mock.calls).toEqual([['SIGHUP']]);
});

test('what arrives between two prompts is heard by the next one, once', async () => {
  const { source, signals } = made();
  signals.subscribe(vi.fn())();
  source.emit('SIGTERM');
  source.emit('SIGHUP');
  const heard = vi.fn();
  signals.subscribe(heard)();
  await Promise.resolve();
  expect(heard).not.toHaveBeenCalled();
  signals.subscribe(heard);
  signals.subscribe(vi.fn());
  await Promise.resolve();
  expect(heard.mock.calls).toEqual([['SIGTERM']]);
});

test('the process goes on listening, so that a second signal does not end it unsaved', () => {
  const { source, signals, giveUp } = made();
  signals.subscribe(vi.fn())();
  signals.subscribe(vi.fn())();
  expect(source.listenerCount('SIGHUP')).toBe(1);
  source.emit('SIGHUP');
  source.emit('SIGHUP');
  expect(giveUp).not.toHaveBeenCalled();
});

test('Ctrl-C pressed again where nothing answers ends the process', () => {
  const { source, signals, giveUp } = made();
  signals.subscribe(vi.fn())();
  source.emit('SIGINT');
  source.emit('SIGINT');
  expect(giveUp).toHaveBeenCalledWith(130);
});
