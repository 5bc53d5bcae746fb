"""The commands."""

import click


@click.group()
def main() -> None:
    """Dateline."""
