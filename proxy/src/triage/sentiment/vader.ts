import { SentimentIntensityAnalyzer } from 'vader-sentiment';

/** VADER's compound score of an English text, from -1 (negative) to 1 (positive). Package vader-sentiment. */
export const vaderCompound = (text: string): number => SentimentIntensityAnalyzer.polarity_scores(text).compound;
