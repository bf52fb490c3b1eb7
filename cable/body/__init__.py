"""The paragraphs: furniture taken out, sentences joined, numbering solved, headings found, text reflowed."""
