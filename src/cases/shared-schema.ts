import * as z from 'zod';
import { stepIds } from '../domain/step.ts';
import { id, patterns, text } from './criterion-schema.ts';

export const glossarySchema = z
  .strictObject({
    formatVersion: z.literal(1).describe('Always 1.'),
    concepts: z
      .array(
        z
          .strictObject({
            id: id('Patterns name the concept by this id: <ann-index>.'),
            about: text('What it is, in one line.'),
            terms: patterns('Its names in the field.'),
            plain: z.array(patterns('').element).default([]).describe('Everyday wordings.'),
            blocks: z.array(patterns('').element).default([]).describe('Spans that look like it and are not.'),
          })
          .describe('A name of the field.'),
      )
      .min(1)
      .describe('The concepts that patterns name.'),
  })
  .describe('The glossary of concepts.');

const guide = z
  .strictObject({
    title: text('The name of the step.'),
    minutes: z.number().min(1).max(60).describe('In a 45-minute round.'),
    phase: id('A phase of the four-phase form.'),
    purpose: text('What the step is for.'),
    checklist: z.array(text('One thing to do.')).default([]).describe('What belongs in it.'),
    slips: z.array(text('One slip.')).default([]).describe('What goes wrong in it.'),
  })
  .describe('What every case shares about one step.');

export const frameworkSchema = z
  .strictObject({
    formatVersion: z.literal(1).describe('Always 1.'),
    wrap_up_minutes: z.number().min(0).max(30).describe('Left at the end.'),
    phases: z
      .array(
        z.strictObject({
          id: id('Steps name the phase by this id.'),
          title: text('The name of the phase.'),
          steps: z.array(z.enum(stepIds)).min(1).describe('The steps it holds.'),
        }),
      )
      .min(1)
      .describe('The four-phase form.'),
    steps: z
      .strictObject(
        Object.fromEntries(stepIds.map((name) => [name, guide])) as Record<(typeof stepIds)[number], typeof guide>,
      )
      .describe(`The seven steps, in this order: ${stepIds.join(', ')}.`),
  })
  .describe('The framework of seven steps.');
