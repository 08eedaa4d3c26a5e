/** A piece of a large file, as large as a file stream gives it. */
export const chunk = Buffer.alloc(64 * 1024, 'Une vidéo de la fête du pain. ')
