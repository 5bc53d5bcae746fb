"""Dateline: news articles in, a timeline that people can check, correct and publish out."""
