export const x = 'p-4 p-7 p-11 bg-primary-60 bg-red-500 text-h1 max-w-content md:p-8 rounded-lg min-h-14 gap-3 w-full h-12 max-w-form text-xl';
