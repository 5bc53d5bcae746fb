"""Walking the drafts: which come next, what a decision changes in their files, and how it is taken back."""

from dateline.review.likeness import Like, alike
from dateline.review.passages import Excerpt, excerpt
from dateline.review.session import Draft, Session

__all__ = ["Draft", "Excerpt", "Like", "Session", "alike", "excerpt"]
