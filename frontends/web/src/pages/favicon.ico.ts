import type { APIRoute } from 'astro'
import { icons } from '../site/icons.ts'

/** Browsers ask for it when they show a file that is no page. */
export const GET: APIRoute = ({ locals: { site }, redirect }) => redirect(icons[site].file, 301)
