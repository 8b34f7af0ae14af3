"""What follows from the elements: each module works out one part of the view model."""
