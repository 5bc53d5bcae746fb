"""What happened in the words of a headline."""
