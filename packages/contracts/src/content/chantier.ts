import { richText } from '@pmq/rich-text'
import { z } from 'zod'
import { id, line, moment, slug, text } from '../shared/index.ts'
import { articleCard } from './article.ts'

export const axisIds = ['equitable', 'viable', 'vivable'] as const
export const axisId = z.enum(axisIds)

export const axisView = z
  .object({
    id: axisId,
    title: line(80),
    summary: text(600),
    orientations: z.array(z.object({ id, title: line(200) })),
  })
  .meta({ id: 'AxisView' })
export type AxisView = z.infer<typeof axisView>

export const indicator = z.strictObject({
  label: line(200),
  value: line(80).optional(),
  unit: line(40).optional(),
  year: z.int().min(1990).max(2100).optional(),
})

/** A *fiche chantier* of the territorial project (ED-12). */
export const chantierInput = z
  .strictObject({
    number: z.int().min(1).max(99),
    axis: axisId,
    orientation: id,
    title: line(160),
    slug,
    summary: text(300),
    ambition: text(600),
    objectives: z.array(line(400)).max(30),
    description: richText,
    means: text(3000),
    calendar: text(1500),
    contacts: text(600),
    partners: text(1500),
    followUp: text(2000),
    indicators: z.array(indicator).max(40),
  })
  .meta({ id: 'ChantierInput' })
export type ChantierInput = z.infer<typeof chantierInput>

export const chantierView = chantierInput
  .extend({ id, version: z.int(), path: z.string(), updatedAt: moment })
  .meta({ id: 'ChantierView' })
export type ChantierView = z.infer<typeof chantierView>

export const chantierCard = chantierView.pick({
  id: true,
  number: true,
  axis: true,
  orientation: true,
  title: true,
  summary: true,
  path: true,
})
export type ChantierCard = z.infer<typeof chantierCard>

export const chantierPage = chantierView
  .extend({
    axisTitle: z.string(),
    orientationTitle: z.string(),
    articles: z.array(articleCard),
  })
  .meta({ id: 'ChantierPage' })
export type ChantierPage = z.infer<typeof chantierPage>
