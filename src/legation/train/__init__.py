"""Edge: how the encoders are made from the sentences in training/. Needs the extra `train`; the product never imports it."""
